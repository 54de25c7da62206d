import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

const NEAR_PX = 120;

export interface Stick {
  list: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  /** Whether something new came while one was reading further up. */
  behind: boolean;
  toEnd: () => void;
}

/** Keeps a list at its end while one is there, and where one reads when one is not. */
export function useStick(count: number): Stick {
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const lastTop = useRef(0);
  const [behind, setBehind] = useState(false);

  const toEnd = (): void => {
    const element = list.current;
    if (element) element.scrollTop = element.scrollHeight;
    atEnd.current = true;
    setBehind(false);
  };

  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
    else setBehind(true);
  }, [count]);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    // Pictures and the keyboard of a phone change the height without a new message.
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);

  return {
    list,
    onScroll() {
      const element = list.current;
      if (!element) return;
      const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
      // A picture that has just come in puts the end further away without anybody having scrolled.
      const wentUp = element.scrollTop < lastTop.current;
      lastTop.current = element.scrollTop;
      if (isNear || wentUp) atEnd.current = isNear;
      if (atEnd.current) setBehind(false);
    },
    behind,
    toEnd,
  };
}
