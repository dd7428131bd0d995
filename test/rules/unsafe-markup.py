# %% flagged: text that varies
from django.utils.safestring import mark_safe


def badge(name):
    return mark_safe(f"<b>{name}</b>")
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~
# %% fixed
from django.utils.html import format_html


def badge(name):
    return format_html("<b>{}</b>", name)

# %% clean: escaped, or fixed
from django.utils.html import format_html


def badge(name):
    return format_html("<b>{}</b>", name)
