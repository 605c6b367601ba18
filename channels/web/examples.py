"""Examples for the OpenAPI document. They show the form; the words in them are made up and are not legal advice."""

from typing import Any

REPLY: dict[str, Any] = {
    "answer_id": "0f6b2f0d4f2b4a0c9a1f6f6f7b0a3c55",
    "conversation": "c-1",
    "day": "2026-03-01",
    "region": "310000",
    "service": "consultation",
    "matter": "labour.wages",
    "conclusion": "（结论，一两句话）",
    "citations": [
        {
            "ref": "劳动合同法第三十条第一款",
            "law": "中华人民共和国劳动合同法",
            "quote": "（条文原文）",
            "from": "2008-01-01",
            "to": None,
            "status": "in_force",
            "verified": True,
        }
    ],
    "steps": [
        {"kind": "step", "text": "（先做什么）", "law": ["劳动合同法第三十条第一款"]},
        {"kind": "evidence", "text": "劳动合同", "law": []},
    ],
    "missing": ["是否已经离职"],
    "offers": [{"kind": "person", "id": "lawyer", "label": "找人来回答"}],
    "step": None,
    "handoff": {"needed": False, "desk": "none", "urgency": "routine", "reason": "", "lines": []},
    "degraded": False,
    "removed": 0,
    "notice": "AI生成：本回答由人工智能整理，供您参考，不能代替律师的意见。",
    "text": "（整个回答的纯文本）",
    "related": ["（别人就这些条文问过的一句话）"],
}

STREAM = (
    'event: sentence\r\ndata: {"role": "conclusion", "origin": "guide", "text": "（一句话）", "law": []}\r\n\r\n'
    'event: reply\r\ndata: {"answer_id": "…"}\r\n\r\n'
)
