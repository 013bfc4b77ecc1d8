"""What a model that sees and writes can add, where the listener has one; nothing else needs it.

Any endpoint that speaks OpenAI's chat protocol will do: a local one (llama.cpp, Ollama, vLLM) or a paid one.
Every answer is kept by what was asked, so that nothing is paid for twice.
"""

from __future__ import annotations

from yapit.core.vision.endpoint import Endpoint, Picture, Question
from yapit.core.vision.summary import Plan, Summary, plan_summary, summarize

__all__ = ["Endpoint", "Picture", "Plan", "Question", "Summary", "plan_summary", "summarize"]
