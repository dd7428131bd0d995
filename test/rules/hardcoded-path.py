# %% flagged: a home folder, a drive, a fixed temporary file
HOME = "/home/anna/data"
#      ~~~~~~~~~~~~~~~~~ machine
DRIVE = r"C:\data\orders.csv"
#       ~~~~~~~~~~~~~~~~~~~~~ machine
TEMP = open("/tmp/orders.txt")
#           ~~~~~~~~~~~~~~~~~ tempfile
# %% fixed
from pathlib import Path

HOME = Path.home() / "data"
DRIVE = r"C:\data\orders.csv"
TEMP = open("/tmp/orders.txt")

# %% clean: routes, URLs and what every system has
ROUTE = "/orders/home"
URL = "https://shop.example/home/anna"
NULL = open("/dev/null")
