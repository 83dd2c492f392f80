// A component that is drawn anew only where one of its props is another one.
import { Component, createElement } from "preact";
export function memo(draw) {
    class Memo extends Component {
        shouldComponentUpdate(next) {
            const [a, b] = [this.props, next];
            for (const key in b)
                if (a[key] !== b[key])
                    return true;
            for (const key in a)
                if (!(key in b))
                    return true;
            return false;
        }
        render() {
            return createElement(draw, this.props);
        }
    }
    return Memo;
}
