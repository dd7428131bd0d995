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

# %% fixed
def report(rows):
    text_parts = []
    for row in rows:
        text_parts.append(f"{row}\n")
        if row:
            text_parts.append("-")
    text = "".join(text_parts)
    while rows:
        line_parts = ["# "]
        for cell in rows.pop():
            line_parts.append(cell)
        line = "".join(line_parts)
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

# %% flagged: in branches, in two loops, with a text of several parts
def report(rows, more):
    if rows:
        text = 'rows: '
        for row in rows:
            for cell in row:
                text += cell + ", "
                #<~~~~~~~~~~~~~~~~~ copies all of `text`
        for row in more:
            text += "x" if row else "y"
            #<~~~~~~~~~~~~~~~~~~~~~~~~~ copies all of `text`
        text += "!"
        return text

# %% fixed
def report(rows, more):
    if rows:
        text_parts = ['rows: ']
        for row in rows:
            for cell in row:
                text_parts.append(cell + ", ")
        for row in more:
            text_parts.append("x" if row else "y")
        text = "".join(text_parts)
        text += "!"
        return text

# %% flagged: read in between, given anew, added to before the loop, a name that is taken
def report(rows, text_parts):
    head = ""
    print(head)
    tail = ""
    tail += "-"
    text = ""
    for row in rows:
        head += row
        #<~~~~~~~~~ copies all of `head`
        tail += row
        #<~~~~~~~~~ copies all of `tail`
        text += row
        #<~~~~~~~~~ copies all of `text`
    return head, tail, text, text_parts

# %% fixed
def report(rows, text_parts):
    head = ""
    print(head)
    tail_parts = []
    tail_parts.append("-")
    text = ""
    for row in rows:
        head += row
        tail_parts.append(row)
        text += row
    tail = "".join(tail_parts)
    return head, tail, text, text_parts

# %% flagged: a part in brackets
def report(rows):
    text = ""
    for row in rows:
        text += (
#       ~~~~~~~~~
            f"{row}"
            "\\n"
        )
    return text
# %% fixed
def report(rows):
    text_parts = []
    for row in rows:
        text_parts.append(
            f"{row}"
            "\\n"
        )
    text = "".join(text_parts)
    return text
