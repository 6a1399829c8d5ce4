"""What `gilmok.modules.testing` is made of: each file proves one thing of a module. Modules import the door alone."""
