# %% flagged: text that grows
def report(rows):
    text = ""
    for row in rows:
        text += f"{row}\n"
        #<~~~~~~~~~~~~~~~~ copies all of `text`
        if row:
            text += "-"
    while rows:
        line = "# "
        for cell in rows.pop():
            line += cell
            #<~~~~~~~~~~ copies all of `line`
        print(line)
    return text

# %% clean: a number, a list, bytes, and text that each round begins anew
def report(rows, text):
    total = 0
    parts = []
    data = b""
    for row in rows:
        total += row
        parts += [row]
        data += row
        text += row
        line = ""
        line += row
        print(line)
    header = ""
    header += "a"
    return total, parts, data, text, header

# %% clean: the loop looks at what has grown
def stream(chunks):
    text = ""
    for chunk in chunks:
        text += chunk
        if len(text) > 80:
            print(text)
