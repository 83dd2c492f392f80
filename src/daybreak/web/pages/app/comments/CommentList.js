import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// Comments under each other, each with who and when, and a line to say another.
import { useState } from "preact/hooks";
import { useStore } from "../state.js";
import { longDate } from "../words.js";
import { mayComment, remove, say, settle } from "./comments.js";
const TEXT_MOST = 2000;
/** What is said of one thing, with a line to say more; nothing for those who only read. */
export function CommentsOf({ about }) {
    const may = useStore((state) => mayComment(state.role));
    const comments = useStore((state) => state.comments);
    if (!may)
        return null;
    return (_jsxs("section", { class: "comments", "aria-label": "Comments", children: [_jsx("h3", { children: "Comments" }), _jsx(CommentList, { comments: comments.filter((one) => one.about === about) }), _jsx(SayComment, { about: about })] }));
}
export function CommentList({ comments, lead }) {
    if (!comments.length)
        return null;
    return (_jsx("ul", { class: "comment-list", children: comments.map((one) => (_jsx(Said, { comment: one, lead: lead?.(one) }, one.key))) }));
}
function Said({ comment, lead }) {
    const [error, setError] = useState("");
    const act = (what) => void what.then(setError);
    return (_jsxs("li", { class: comment.settled ? "settled" : "", children: [lead ? _jsx("div", { class: "about", children: lead }) : null, _jsx("p", { children: comment.text }), _jsxs("div", { class: "who", children: [_jsxs("span", { children: [comment.by, ", ", longDate(comment.at.slice(0, 10)), comment.settled_by ? ` – settled by ${comment.settled_by}` : ""] }), _jsx("button", { type: "button", onClick: () => act(settle(comment.key, !comment.settled)), children: comment.settled ? "Open again" : "Settle" }), comment.may_remove ? (_jsx("button", { type: "button", class: "plain", onClick: () => act(remove(comment.key)), children: "Remove" })) : null] }), error ? _jsx("p", { class: "error", children: error }) : null] }));
}
export function SayComment({ about, disabled = false }) {
    const [text, setText] = useState("");
    const [error, setError] = useState("");
    const send = async (event) => {
        event.preventDefault();
        const why = await say(about, text);
        setError(why);
        if (!why)
            setText("");
    };
    return (_jsxs("form", { class: "say-comment", onSubmit: (event) => void send(event), children: [_jsx("textarea", { "aria-label": "Comment", maxLength: TEXT_MOST, rows: 2, placeholder: "Say something of it; nothing of the plan changes", value: text, onInput: (event) => setText(event.currentTarget.value) }), _jsx("button", { type: "submit", disabled: disabled || !text.trim(), children: "Comment" }), error ? _jsx("p", { class: "error", children: error }) : null] }));
}
