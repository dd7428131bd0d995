# %% flagged in app/HttpClient.py: upper case
X = 1
#<~~~ `http_client.py`
# %% gone
# %% fixed app/http_client.py
X = 1

# %% flagged in app/my-tools.py: a hyphen
X = 1
#<~~~ `my_tools.py`
# %% gone
# %% fixed app/my_tools.py
X = 1

# %% clean in app/__init__.py: special names
X = 1

# %% clean in app/migrations/0001_initial.py: numbers in front of migrations
X = 1

# %% clean in app/_private2.py: lower case
X = 1

# %% flagged in app/OrderBook.py: with those who import from it
X = 1
#<~~~ `order_book.py`
# %% file app/__init__.py
# %% file app/main.py
from app.OrderBook import X

print(X)
# %% gone
# %% fixed app/main.py
from app.order_book import X

print(X)

# %% fixed app/order_book.py
X = 1
