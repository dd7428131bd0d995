# %% flagged: percent and format
def greet(name):
    return "hello {}".format(name) + "and %s" % name
    #      ~~~~~~~~~~~~~~~~~~~~~~~ `.format()` keeps values away from
    #                                ~~~~~~~~~~~~~~~ `%` formatting keeps values away from
# %% fixed
def greet(name):
    return f"hello {name}" + f"and {name}"

# %% clean: f-strings, templates, arithmetic
import logging


def greet(name, template, n):
    logging.info("hello %s", name)
    return f"hello {name}", template.format(name), n % 3
