"""Every error that Yapit raises on purpose.

* YapitError
  x SourceError          the source cannot be opened, fetched or understood
    + EmptyDocument      it was understood and holds no text that could be read
    + LockedDocument     it asks for a password, or the one that was given is wrong
  x EngineError
    + UnknownEngine      no installed engine has that name
    + EngineUnavailable  installed, but its extra, key or model is missing
    + UnknownVoice       the engine has no such voice
    + TextTooLong        more text than the engine takes at once: a mistake of the caller
    + SynthesisError     the engine failed on this text
    + Interrupted        the engine was asked to stop: nobody waits for this text any more
  x OutputError          no sound device, or it went away
  x CacheError           the folder of spoken chunks cannot be read or written
  x LibraryError         the library cannot be read or written
  x ExportError          the exported file cannot be written
  x ConfigError          the settings file is wrong
  x DownloadError        a file could not be downloaded whole
  x VisionError          a model that sees and writes is not set, not reached, or refuses
  x RuleError            an entry of the listener's dictionary cannot be used

Each carries its cure: what the user can do about it, in one line. Errors of
other libraries are translated once, in the module that calls the library.
"""

from __future__ import annotations


class YapitError(Exception):
    """Base of the tree. `str(error)` is what happened, `error.cure` what to do about it."""

    def __init__(self, message: str, *, cure: str = "") -> None:
        super().__init__(message)
        self.cure = cure


class SourceError(YapitError): ...


class EmptyDocument(SourceError): ...


class LockedDocument(SourceError): ...


class EngineError(YapitError): ...


class UnknownEngine(EngineError): ...


class EngineUnavailable(EngineError): ...


class UnknownVoice(EngineError): ...


class TextTooLong(EngineError): ...


class SynthesisError(EngineError): ...


class Interrupted(EngineError): ...


class OutputError(YapitError): ...


class CacheError(YapitError): ...


class LibraryError(YapitError): ...


class ExportError(YapitError): ...


class ConfigError(YapitError): ...


class DownloadError(YapitError): ...


class VisionError(YapitError): ...


class RuleError(YapitError): ...
