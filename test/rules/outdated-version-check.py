# %% flagged: older than the team's {"version": "3.11"}
import sys

if sys.version_info >= (3, 9):
#  ~~~~~~~~~~~~~~~~~~~~~~~~~~ which starts from 3.11
    import zoneinfo
else:
    zoneinfo = None
# %% fixed
import sys

import zoneinfo

# %% clean: newer, or a version of something else {"version": "3.11"}
import sys

if sys.version_info >= (3, 13):
    print(1)
if sys.platform_version_info >= (3, 9):
    print(2)
