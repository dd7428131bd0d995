# %% flagged: the program runs on import
def main():
    print(1)


main()
#<~~~~ imported
# %% fixed
def main():
    print(1)


if __name__ == "__main__":
    main()

# %% clean: guarded, and calls of what was imported
from app.logs import configure

configure()


def main():
    print(1)


if __name__ == "__main__":
    main()

# %% clean in harbour/__init__.py: a package is never run
def discover():
    return 1


discover()
