"""The mapped classes of every part of this module, for whoever needs them all: migrations, and checks of tables."""

from gilmok_platform_freelance.prices.models import PriceComparison, PriceKind, PriceObservation, PriceRelease

__all__ = ["PriceComparison", "PriceKind", "PriceObservation", "PriceRelease"]
