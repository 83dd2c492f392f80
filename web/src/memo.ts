// A component that is drawn anew only where one of its props is another one.

import { Component, createElement } from "preact";
import type { ComponentChildren, VNode } from "preact";

type Draw<P> = (props: P) => ComponentChildren;

export function memo<P extends object>(draw: Draw<P>): (props: P & { key?: string }) => VNode {
  class Memo extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const [a, b] = [this.props as Record<string, unknown>, next as Record<string, unknown>];
      for (const key in b) if (a[key] !== b[key]) return true;
      for (const key in a) if (!(key in b)) return true;
      return false;
    }

    override render(): ComponentChildren {
      return createElement(draw as (props: P) => VNode, this.props as P & object);
    }
  }
  return Memo as unknown as (props: P & { key?: string }) => VNode;
}
