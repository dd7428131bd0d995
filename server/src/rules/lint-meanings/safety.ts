// Everyday sentences about files, processes and networks, and about leftovers, that ruff can check.

import type { LintMeaning } from "./meaning.ts";

export const lintSafety: readonly LintMeaning[] = [
  {
    codes: ["S104"],
    want: [
      "(bind|listen) ... (`127.0.0.1`|127.0.0.1|`localhost`|localhost) ... (not|never|instead of|rather than) ... (`0.0.0.0`|0.0.0.0)",
    ],
    avoid: [
      "(bind|binding|listen|listening|host|expose|bound) ... (`0.0.0.0*`|0.0.0.0|all interface|every interface|all network interface)",
      "(`0.0.0.0`|0.0.0.0) (binding|as host|as bind address|host)",
    ],
    unless: ["(docker|container|compose)"],
    flags: "host = '0.0.0.0'\n",
  },
  {
    codes: ["S103"],
    avoid: [
      "world (writable|writeable|readable)",
      "`chmod*777*`",
      "(`0o777`|`777`) (permission|mode|mask)?",
      "(permissive|loose|lax) (file)? (permission|mode|mask)",
    ],
    flags: "import os\n\nos.chmod('a', 0o777)\n",
  },
  {
    codes: ["S201"],
    avoid: ["flask ... debug (mode|`debug=True`)?", "`debug=True` ... (flask|`app.run*`)", "`app.run(debug=True)`"],
    flags: "from flask import Flask\n\napp = Flask('a')\napp.run(debug=True)\n",
  },
  {
    codes: ["S202"],
    avoid: ["(`*extractall*`) ... (without|untrusted|unsafe|tar|`tarfile*`)", "`tarfile*extractall*`"],
    want: ["(validate|filter|check) ... (tar|`tarfile*`) (archive)? (member|entry|path|archive)"],
    flags: "import tarfile\n\ntarfile.open('a').extractall()\n",
  },
  {
    codes: ["S306"],
    avoid: ["(`tempfile.mktemp*`|`mktemp*`)"],
    flags: "import tempfile\n\ntempfile.mktemp()\n",
  },
  {
    codes: ["S313", "S314", "S315", "S316", "S317", "S318", "S319"],
    want: [
      "(`defusedxml*`|defusedxml) ... (xml|instead of|over|rather than|for|parse)",
      "(parse|parsing) ... xml ... (`defusedxml*`|defusedxml)",
      "(disable|forbid|prevent|block) ... (external entity|external entities|xxe|entity expansion) ... (xml|processing|parser)?",
    ],
    avoid: [
      "(parse|parsing|load|read) ... untrusted xml",
      "(external entity|external entities) ... xml",
      "(xxe|xml external entity|billion laughs)",
      "(`xml.etree*`|`xml.sax*`|`xml.dom*`|standard library xml|stdlib xml) ... (untrusted|external|user|unsafe|input)?",
    ],
    flags: "from xml.etree.ElementTree import parse\n\nparse('a')\n",
  },
  {
    codes: ["S312", "S321"],
    avoid: ["(telnet|plain ftp|ftp)"],
    unless: ["sftp"],
    flags: "import ftplib\n\nftplib.FTP('a')\n",
  },
  {
    codes: ["S502", "S503", "S504"],
    avoid: [
      "(old|insecure|weak|deprecated|outdated) (ssl|tls|ssl/tls) (version|protocol)?",
      "(sslv3|sslv2|`SSLv3`|`PROTOCOL_SSLv3`|`PROTOCOL_TLSv1`)",
    ],
    flags: "import ssl\n\nssl.wrap_socket(ssl_version=ssl.PROTOCOL_SSLv3)\n",
  },
  {
    codes: ["S505"],
    avoid: ["(weak|short|small) (rsa|dsa|cryptographic|crypto|encryption) key"],
    want: ["rsa key ... at least ... bit"],
    flags:
      "from cryptography.hazmat.primitives.asymmetric import rsa\n\nrsa.generate_private_key(key_size=512, public_exponent=65537)\n",
  },
  {
    codes: ["S701"],
    want: [
      "(enable|use|turn on|set|keep|activate) ... (jinja)? (autoescape|auto escape|autoescaping|`autoescape*`)",
      "jinja ... (autoescape|auto escape|autoescaping|`autoescape*`)",
    ],
    unless: ["(orm|sql|query|input)"],
    avoid: [
      "(disable|turn off|switch off) (jinja)? (autoescape|autoescaping|auto escape)",
      "`autoescape=False`",
      "jinja ... without (autoescape|autoescaping|`autoescape*`)",
    ],
    flags: "from jinja2 import Environment\n\nEnvironment(autoescape=False)\n",
  },
  {
    codes: ["S607"],
    avoid: [
      "partial (executable|program|process)? path",
      "(start|run|spawn) ... (process|executable) ... partial path",
    ],
    want: [
      "(absolute|full) path ... (executable|binary|program) ... (subprocess|`subprocess*`|process)",
      "(subprocess|`subprocess*`) ... (absolute|full) path",
    ],
    flags: "import subprocess\n\nsubprocess.run(['git', 'log'])\n",
  },
  {
    codes: ["S610"],
    avoid: ["(`.extra()`|`*.extra()`|`extra()`|`QuerySet.extra*`) ", "queryset extra"],
    flags: "from django.contrib.auth.models import User\n\nUser.objects.filter(a='b').extra(where=['%s' % 1])\n",
  },
  {
    codes: ["PLW1510"],
    want: [
      "(subprocess|`subprocess*`|process) ... (`check=*`|`check`|check argument|check parameter|check true)",
      "(`check=True`|`check`|`check=`) ... (subprocess|`subprocess*`)",
    ],
    avoid: ["(subprocess|`subprocess*`) ... without ... (`check*`|check)"],
    unless: ["`subprocess.run*` & `check*`"],
    flags: "import subprocess\n\nsubprocess.run(['a'])\n",
  },
  {
    codes: ["PLW1514"],
    want: [
      "(encoding|`encoding*`) ... (open|opening|read|reading|write|writing|`open*`) (text)? file",
      "(open|opening|reading|`open*`) ... file ... (explicit|utf 8|utf-8|with) (encoding|`encoding*`)",
      "`open*` (call)? ... (name|state|declare|specify|pass|have) ... encoding",
      "(specify|pass|set|give|explicit) ... (encoding|`encoding*`) ... (`open*`|file|`read_text*`|`write_text*`)",
    ],
    avoid: ["(`open*`|open|read|file) ... without ... (encoding|`encoding*`)"],
    unless: ["(`open*`|`read_text*`|`write_text*`) & `encoding=*`", "(upload|response|database|csv|video|image)"],
    flags: "with open('a') as file:\n    pass\n",
  },
  {
    codes: ["PLW1509"],
    avoid: ["`preexec_fn`", "`preexec_fn=*`"],
    flags: "import subprocess\n\nsubprocess.Popen(['a'], preexec_fn=print)\n",
  },
  {
    codes: ["T100"],
    avoid: [
      "(`breakpoint*`|`pdb*`|`ipdb*`|`set_trace()`|`*.set_trace*`|`import pdb*`)",
      "(leave|left|leftover|commit|keep|check in|merge) ... (breakpoint|debugger|pdb|ipdb)",
      "(debugger|breakpoint|pdb|ipdb) (statement|call|trace|import|invocation|left)",
    ],
    want: ["(remove|delete|strip) ... (`breakpoint*`|`pdb*`|breakpoint|debugger|pdb|`set_trace()`|`*.set_trace*`)"],
    unless: ["(javascript|browser|devtools)"],
    flags: "breakpoint()\n",
  },
  {
    codes: ["PLE2502", "PLE2515"],
    avoid: ["(bidirectional|bidi|invisible|zero width) (unicode|control)? (character|control|space)"],
    flags: "name = 'a​b'\n",
  },
  {
    codes: ["NPY002"],
    want: [
      "(`*default_rng*`|`np.random.Generator`|numpy generator) ... (instead of|over|rather than|not|for) ... (legacy|`np.random*`|`numpy.random*`|global|random|seed)",
    ],
    avoid: [
      "legacy (numpy|`np.random*`|`numpy.random*`) (random)?",
      "(`np.random.seed*`|`numpy.random.seed*`|`np.random.rand*`)",
    ],
    flags: "import numpy as np\n\nnp.random.rand(1)\n",
  },
  {
    codes: ["PD011"],
    want: ["`*to_numpy*` ... (instead of|over|rather than|not) `*values`"],
    flags: "import pandas as pd\n\nboxes = pd.DataFrame()\nboxes.values\n",
  },
  {
    codes: ["DJ003"],
    avoid: ["`locals()` ... (render|template|context|view)"],
    flags:
      "from django.shortcuts import render\n\n\ndef area(request):\n    return render(request, 'a.html', locals())\n",
  },
  {
    codes: ["DJ006", "DJ007"],
    avoid: [
      '(`exclude`|`fields = "__all__"`|`fields = \'__all__\'`|`__all__`|`"__all__"`) ... (`ModelForm`|modelform|model form|form)',
      '(`ModelForm`|modelform|model form) ... (`exclude`|`__all__`|`"__all__"`|`fields = *`)',
    ],
    flags:
      "from django import forms\n\n\nclass BoxForm(forms.ModelForm):\n    class Meta:\n        fields = '__all__'\n",
  },
  {
    codes: ["FAST001"],
    avoid: [
      "(redundant|duplicate|unnecessary) `response_model*`",
      "`response_model*` ... (duplicate|repeat|same as) ... return (type|annotation)",
    ],
    flags:
      "from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get('/a', response_model=int)\nasync def area() -> int:\n    return 1\n",
  },
];
