"""Legal aid (법률지원): petitions, complaints, remedy applications, accident claims and lawsuits, with their clocks."""
