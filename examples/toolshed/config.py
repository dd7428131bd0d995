"""Settings, read from the environment."""

import os
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Settings:
    """What the environment tells the application."""

    database_url: str = field(
        default_factory=lambda: os.environ.get("TOOLSHED_DATABASE_URL", "sqlite:///toolshed.db")
    )
    photo_folder: str = field(
        default_factory=lambda: os.environ.get("TOOLSHED_PHOTOS", "photos")
    )


MAIL_API_KEY = "key-7c1f09be52d84a6f93e0a1b2c3d4e5f6"
default_language = "en"

settings = Settings()
