// Comments under each other, each with who and when, and a line to say another.

import { useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { useStore } from "../state.js";
import { longDate } from "../words.js";
import { mayComment, remove, say, settle } from "./comments.js";
import type { Comment } from "./comments.js";

const TEXT_MOST = 2000;

/** What is said of one thing, with a line to say more; nothing for those who only read. */
export function CommentsOf({ about }: { about: string }) {
  const may = useStore((state) => mayComment(state.role));
  const comments = useStore((state) => state.comments);
  if (!may) return null;
  return (
    <section class="comments" aria-label="Comments">
      <h3>Comments</h3>
      <CommentList comments={comments.filter((one) => one.about === about)} />
      <SayComment about={about} />
    </section>
  );
}

export function CommentList({ comments, lead }: { comments: Comment[]; lead?: (one: Comment) => ComponentChildren }) {
  if (!comments.length) return null;
  return (
    <ul class="comment-list">
      {comments.map((one) => (
        <Said key={one.key} comment={one} lead={lead?.(one)} />
      ))}
    </ul>
  );
}

function Said({ comment, lead }: { comment: Comment; lead: ComponentChildren }) {
  const [error, setError] = useState("");
  const act = (what: Promise<string>) => void what.then(setError);
  return (
    <li class={comment.settled ? "settled" : ""}>
      {lead ? <div class="about">{lead}</div> : null}
      <p>{comment.text}</p>
      <div class="who">
        <span>
          {comment.by}, {longDate(comment.at.slice(0, 10))}
          {comment.settled_by ? ` – settled by ${comment.settled_by}` : ""}
        </span>
        <button type="button" onClick={() => act(settle(comment.key, !comment.settled))}>
          {comment.settled ? "Open again" : "Settle"}
        </button>
        {comment.may_remove ? (
          <button type="button" class="plain" onClick={() => act(remove(comment.key))}>
            Remove
          </button>
        ) : null}
      </div>
      {error ? <p class="error">{error}</p> : null}
    </li>
  );
}

export function SayComment({ about, disabled = false }: { about: string; disabled?: boolean }) {
  const [text, setText] = useState("");
  const [error, setError] = useState("");
  const send = async (event: Event) => {
    event.preventDefault();
    const why = await say(about, text);
    setError(why);
    if (!why) setText("");
  };
  return (
    <form class="say-comment" onSubmit={(event) => void send(event)}>
      <textarea
        aria-label="Comment"
        maxLength={TEXT_MOST}
        rows={2}
        placeholder="Say something of it; nothing of the plan changes"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" disabled={disabled || !text.trim()}>
        Comment
      </button>
      {error ? <p class="error">{error}</p> : null}
    </form>
  );
}
