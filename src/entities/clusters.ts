/**
 * Union-find over `0..size-1` with cannot-link constraints: two that were forbidden to meet never do, by whatever way round.
 * Roots are the smallest member, so that the outcome does not depend on the sizes of the parts.
 */
export class Clusters {
  readonly #parent: Int32Array;
  readonly #enemies = new Map<number, Set<number>>();

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, at) => at);
  }

  find(member: number): number {
    let root = member;
    for (let next = this.#up(root); next !== root; next = this.#up(root)) root = next;
    for (let at = member; at !== root; ) {
      const next = this.#up(at);
      this.#parent[at] = root;
      at = next;
    }
    return root;
  }

  #up(member: number): number {
    return this.#parent[member] ?? member;
  }

  isSame(left: number, right: number): boolean {
    return this.find(left) === this.find(right);
  }

  isForbidden(left: number, right: number): boolean {
    return this.#enemies.get(this.find(left))?.has(this.find(right)) ?? false;
  }

  /** Puts two together unless they were forbidden to meet; returns whether they are together now. */
  join(left: number, right: number): boolean {
    const [a, b] = [this.find(left), this.find(right)];
    if (a === b) return true;
    if (this.#enemies.get(a)?.has(b)) return false;
    const [root, child] = a < b ? [a, b] : [b, a];
    this.#parent[child] = root;
    for (const enemy of this.#enemies.get(child) ?? []) {
      this.#enemies.get(enemy)?.delete(child);
      this.#oppose(root, enemy);
    }
    this.#enemies.delete(child);
    return true;
  }

  /** Forbids two to meet; returns `false` when they are together already. */
  forbid(left: number, right: number): boolean {
    const [a, b] = [this.find(left), this.find(right)];
    if (a === b) return false;
    this.#oppose(a, b);
    return true;
  }

  #oppose(a: number, b: number): void {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const enemies = this.#enemies.get(from);
      if (enemies) enemies.add(to);
      else this.#enemies.set(from, new Set([to]));
    }
  }
}
