# %% flagged: None and booleans
def check(value, flag):
    if value == None or flag != True:
    #           ~~~~ Compare to None with `is` or `is not`,
    #                   ~~~~~~~~~~~~ Compare to True and False by the value
        return 1
    return None != value
    #      ~~~~ is not
# %% fixed
def check(value, flag):
    if value is None or not flag:
        return 1
    return None is not value

# %% clean: identity, and conditions of queries
from sqlalchemy import and_


def check(value, session, User):
    session.query(User).filter(User.name == None, and_(User.open == True, User.x != None)).all()
    return value is None
