"""A language model that is asked whether a passage answers: Qwen3-Reranker and its kin.

The score is logit(yes) - logit(no) of the next token, as its model card has it: the log-odds of `yes`.
"""

from collections.abc import Sequence
from functools import cached_property
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.adapters.model_families import family_of
from knowledge.adapters.neural_models import ModelName, choose_device, number_type

YES, NO = "yes", "no"
_QUESTION, _TEXT = "<question goes here>", "<text goes here>"
_JOINTS = 4  # tokens by which a whole may be longer than its parts, which are counted apart


class CausalReranker:
    """The Reranker port over a causal language model of transformers (extra `neural`). Loaded when first needed.

    Safe to share between threads: one call runs at a time.
    """

    def __init__(
        self,
        model: str,
        batch: int = 8,
        longest: int = 1024,
        device: str = "auto",
        setting: str = "LAWLINE_RERANKER",
    ) -> None:
        """`model` is a folder, or a name on a hub; `batch` prompts run at once, each of at most `longest` tokens.

        `setting` is named by errors. BadSetting, at first use, where the model or its library is not there, or where
        neither the model nor its family has a chat template with the roles `query` and `document`.
        """
        self._source = ModelName(model, setting)
        self._batch = batch
        self._longest = longest
        self._device = device
        self._loaded: _Judge | None = None
        self._one_at_a_time = Lock()

    @cached_property
    def name(self) -> str:
        """Stands for the model and for where it cuts."""
        return f"causal-{self._source.short}-{self._source.digest()}-{self._longest}"

    def warm_up(self) -> None:
        """Load the model now."""
        with self._one_at_a_time:
            self._judge()

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Log-odds, see the port. The question is cut at half of the tokens, a text at what room is left."""
        found = np.zeros(len(texts), np.float32)
        if not texts:
            return found
        with self._one_at_a_time:
            judge = self._judge()
            prompts = judge.prompts(question, texts)
            by_length = sorted(range(len(prompts)), key=lambda row: (len(prompts[row]), prompts[row]))
            for start in range(0, len(by_length), self._batch):
                rows = by_length[start : start + self._batch]
                found[rows] = judge.log_odds([prompts[row] for row in rows])
        return found

    def _judge(self) -> "_Judge":
        if self._loaded is None:
            with self._source.loading():
                self._loaded = _load(self._source, self._device, self._longest)
        return self._loaded


def give_template(tokenizer: Any, source: ModelName) -> None:
    """See to it that the tokenizer's chat template carries a question and a text.

    A model published under a name of the table gets its family's, any other keeps its own. BadSetting where neither
    does.
    """
    family = family_of(source.name)
    if family and family.template:
        tokenizer.chat_template = family.template
    if flaw := _flaw(tokenizer):
        rule = "rule: a reranker has one, with the roles `query` and `document`"
        raise source.wrong(f"has no chat template for a question and a text ({rule}): {flaw}")


def _flaw(tokenizer: Any) -> str:
    """Why the chat template does not carry a question and a text; empty where it does."""
    if not tokenizer.chat_template:
        return "there is none"
    try:
        shown = render(tokenizer, _QUESTION, _TEXT)
    except Exception as error:  # noqa: BLE001  (a template is a program of its own, and may raise what it likes)
        return f"{type(error).__name__}: {error}"
    return "" if _QUESTION in shown and _TEXT in shown else "it leaves out one or the other"


def render(tokenizer: Any, question: str, text: str) -> str:
    """The whole prompt, up to where the model is to say yes or no."""
    messages = [{"role": "query", "content": question}, {"role": "document", "content": text}]
    return str(tokenizer.apply_chat_template(messages, tokenize=False))


class _Judge:
    """A loaded model and how it is asked."""

    def __init__(self, tokenizer: Any, model: Any, longest: int, source: ModelName) -> None:
        self._tokenizer = tokenizer
        self._model = model
        self._longest = longest
        self._answers = [_token(tokenizer, word, source) for word in (YES, NO)]
        frame = len(self._ids(render(tokenizer, "", ""))) + _JOINTS
        if frame >= longest // 2:
            raise source.wrong(f"asks in {frame} tokens (rule: fewer than half of the {longest} that a pair may have)")

    def prompts(self, question: str, texts: Sequence[str]) -> list[list[int]]:
        """Token ids of each prompt, at most `longest` of them."""
        asked = self._cut(question, self._longest // 2 - len(self._ids(render(self._tokenizer, "", ""))) - _JOINTS)
        room = self._longest - len(self._ids(render(self._tokenizer, asked, ""))) - _JOINTS
        return [self._ids(render(self._tokenizer, asked, self._cut(text, room))) for text in texts]

    def log_odds(self, prompts: Sequence[list[int]]) -> NDArray[np.float32]:
        """One number a prompt. Padding goes to the left, so that every prompt ends at the last place."""
        import torch

        device = self._model.device
        batch = self._tokenizer.pad({"input_ids": list(prompts)}, padding_side="left", return_tensors="pt").to(device)
        with torch.inference_mode():
            last = self._model(**batch, logits_to_keep=1, use_cache=False).logits[:, -1].float()
        odds: NDArray[np.float32] = (last[:, self._answers[0]] - last[:, self._answers[1]]).cpu().numpy()
        return odds

    def _ids(self, text: str) -> list[int]:
        return list(self._tokenizer(text, add_special_tokens=False)["input_ids"])

    def _cut(self, text: str, most: int) -> str:
        """The beginning of the text that its first `most` tokens cover."""
        ends = self._tokenizer(text, add_special_tokens=False, return_offsets_mapping=True)["offset_mapping"]
        return text if len(ends) <= most else text[: ends[most - 1][1]]


def _token(tokenizer: Any, word: str, source: ModelName) -> int:
    number = tokenizer.convert_tokens_to_ids(word)
    if number is None or number == tokenizer.unk_token_id:
        raise source.wrong(f"has no token {word!r} (rule: it answers {YES} or {NO})")
    return int(number)


def _load(source: ModelName, device: str, longest: int) -> _Judge:
    import torch  # noqa: F401  (without torch, transformers imports but loads no model)
    import transformers

    chosen = choose_device(device)
    tokenizer = transformers.AutoTokenizer.from_pretrained(source.name, local_files_only=source.local)
    give_template(tokenizer, source)
    if tokenizer.pad_token_id is None:
        tokenizer.pad_token = tokenizer.eos_token
    model: Any = transformers.AutoModelForCausalLM.from_pretrained(
        source.name, local_files_only=source.local, dtype=number_type(chosen)
    )
    room = getattr(model.config, "max_position_embeddings", None) or longest
    return _Judge(tokenizer, model.eval().to(chosen), min(longest, room), source)
