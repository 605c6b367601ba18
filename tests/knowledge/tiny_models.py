"""Neural models of two layers and random weights, as folders: what loads the great ones must load these."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

LETTERS = (
    "公司拖欠工资怎么办用人单位应当及时足额支付劳动报酬彩礼返还押金不退遗嘱无效房屋漏水试验法第条的我依照本处理，。？"
)
PAIR_TEMPLATE = (
    "Question: {{ messages | selectattr('role', 'equalto', 'query') | map(attribute='content') | first }} "
    "Text: {{ messages | selectattr('role', 'equalto', 'document') | map(attribute='content') | first }} Answers?"
)
_SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
_WORDS = ["yes", "no", "question", "text", "answers", ":", "?"]
_SMALL: dict[str, Any] = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}


@contextmanager
def one_thread() -> Iterator[None]:
    """PyTorch on one thread: on models so small, threads cost five times what they save."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def tiny_tokenizer(pairs: bool, places: int = 64) -> Any:
    """Letters are words; `pairs` puts [CLS] and [SEP] around texts as BERT does."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    words = [*_SPECIAL, *_WORDS, *dict.fromkeys(LETTERS)]
    tokenizer = Tokenizer(models.WordLevel({word: n for n, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Split(Regex("[a-z]+|."), "isolated")]
    )
    if pairs:
        tokenizer.post_processor = processors.TemplateProcessing(
            single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
        )
    make: Any = PreTrainedTokenizerFast
    named = {"unk_token": "[UNK]", "pad_token": "[PAD]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    return make(tokenizer_object=tokenizer, mask_token="[MASK]", model_max_length=places, **named)


def write_bert(folder: Path, classifier: bool = True, labels: int = 1) -> Path:
    """A BERT of random weights, with a head for one score, or without a head."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertModel

    tokenizer = tiny_tokenizer(pairs=True)
    make: Any = BertConfig
    config = make(vocab_size=len(tokenizer), max_position_embeddings=64, num_labels=labels, **_SMALL)
    torch.manual_seed(7)
    model = BertForSequenceClassification(config) if classifier else BertModel(config)
    return _saved(folder, model, tokenizer)


def write_qwen(folder: Path, template: str = PAIR_TEMPLATE, places: int = 64) -> Path:
    """A Qwen3 language model of random weights; its chat template has the roles `query` and `document`."""
    import torch
    from transformers import Qwen3Config, Qwen3ForCausalLM

    tokenizer = tiny_tokenizer(pairs=False, places=places)
    if template:
        tokenizer.chat_template = template
    config = Qwen3Config(
        vocab_size=len(tokenizer), max_position_embeddings=places, num_key_value_heads=2, head_dim=16, **_SMALL
    )
    torch.manual_seed(7)
    return _saved(folder, Qwen3ForCausalLM(config), tokenizer)


def _saved(folder: Path, model: Any, tokenizer: Any) -> Path:
    # Random layers of the usual spread say nearly the same of every text: spread wider, they tell texts apart.
    for values in model.parameters():
        if values.ndim == 2:
            values.data.mul_(8)
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder
