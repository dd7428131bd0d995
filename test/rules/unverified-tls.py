# %% flagged: clients of several libraries
import httpx
import requests

requests.get("https://example.org", verify=False)
#                                   ~~~~~~~~~~~~
client = httpx.AsyncClient(verify=False)
#                          ~~~~~~~~~~~~
# %% fixed
import httpx
import requests

requests.get("https://example.org")
client = httpx.AsyncClient()

# %% clean: checked, or against a certificate of one's own
import httpx
import requests

requests.get("https://example.org", verify="/etc/ca.pem")
client = httpx.AsyncClient(verify=True)
verify(verify=False)
