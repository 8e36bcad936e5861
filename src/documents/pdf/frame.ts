/** A rectangle with y growing downwards. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where writing runs to on the page as it is shown; `slanted` is none of the four. */
export type Direction = 'right' | 'down' | 'left' | 'up' | 'slanted';

const STRAIGHT = ['right', 'down', 'left', 'up'] as const;

/** The direction of an angle in radians, clockwise from "to the right", within some three degrees. */
export function directionOf(angle: number): Direction {
  const quarters = angle / (Math.PI / 2);
  const nearest = Math.round(quarters);
  return Math.abs(quarters - nearest) > 0.035 ? 'slanted' : (STRAIGHT[((nearest % 4) + 4) % 4] ?? 'right');
}

export const opposite = (direction: Direction): Direction =>
  direction === 'slanted' ? 'slanted' : (STRAIGHT[(STRAIGHT.indexOf(direction) + 2) % 4] ?? 'right');

/** The area as seen by one who turns the page until `direction` runs to the right; its own inverse is `fromFrame`. */
export function toFrame(area: Area, direction: Direction): Area {
  const { left, top, right, bottom } = area;
  switch (direction) {
    case 'up':
      return { left: -bottom, top: left, right: -top, bottom: right };
    case 'down':
      return { left: top, top: -right, right: bottom, bottom: -left };
    case 'left':
      return { left: -right, top: -bottom, right: -left, bottom: -top };
    default:
      return area;
  }
}

export function fromFrame({ left, top, right, bottom }: Area, direction: Direction): Area {
  switch (direction) {
    case 'up':
      return { left: top, top: -right, right: bottom, bottom: -left };
    case 'down':
      return { left: -bottom, top: left, right: -top, bottom: right };
    case 'left':
      return { left: -right, top: -bottom, right: -left, bottom: -top };
    default:
      return { left, top, right, bottom };
  }
}

/** Share of `inner` that lies within `outer`, 0 to 1; a line without breadth counts by its middle. */
export function shareWithin(inner: Area, outer: Area): number {
  const width = Math.min(inner.right, outer.right) - Math.max(inner.left, outer.left);
  const height = Math.min(inner.bottom, outer.bottom) - Math.max(inner.top, outer.top);
  const area = (inner.right - inner.left) * (inner.bottom - inner.top);
  if (area <= 0) return width >= 0 && height >= 0 ? 1 : 0;
  return width <= 0 || height <= 0 ? 0 : (width * height) / area;
}
