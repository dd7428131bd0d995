"""The label printer, which is a program of its own."""

import logging
import subprocess
import time
from typing import Dict

from toolshed.constants import TIMEOUTS

logger = logging.getLogger(__name__)
paper_width_mm = 62


class LabelPrinter:
    """Prints the labels that are stuck on the tools."""

    def __init__(self) -> None:
        """Start with nothing to print."""
        self._jobs: Dict[int, subprocess.Popen[bytes]] = {}

    def print_label(self, tool_id: int, name: str) -> None:
        """Print a label in the background.

        Args:
            tool_id: The number on the label.
            name: The name under it.
        """
        self.cancel(tool_id)
        time.sleep(30)
        command = ["print-label", "--width", str(paper_width_mm), str(tool_id), name]
        self._jobs[tool_id] = subprocess.Popen(command)

    def is_finished(self, tool_id: int) -> bool:
        """Tell whether a label has come out.

        Args:
            tool_id: The number on the label.

        Returns:
            Whether the printer has finished with it.
        """
        job = self._jobs[tool_id]
        return job.returncode is not None

    def cancel(self, tool_id: int) -> None:
        """Stop printing a label.

        Args:
            tool_id: The number on the label.
        """
        job = self._jobs.get(tool_id)
        if job is None:
            return
        try:
            job.terminate()
            job.wait(timeout=TIMEOUTS.TERMINATE)
        except ProcessLookupError:
            logger.error("Printer had already finished", extra={"tool_id": tool_id})
        except:
            pass
        del self._jobs[tool_id]

    def cancel_all(self) -> None:
        """Stop everything before the shed closes."""
        for tool_id in list(self._jobs):
            try:
                self.cancel(tool_id)
            except KeyError:
                pass
