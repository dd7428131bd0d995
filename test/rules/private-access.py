# %% flagged: reads, calls and writes
def start(engine):
    engine._ignite()
#   ~~~~~~~~~~~~~~
    engine._running = True
#   ~~~~~~~~~~~~~~~
    return engine._state
#          ~~~~~~~~~~~~~

# %% clean: one's own, and what Python itself spells so
class Engine:
    def start(self):
        self._state = 1
        return self._state, super()._replace, type(self).__name__
