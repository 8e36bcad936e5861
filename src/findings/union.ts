/** Disjoint sets over 0..n-1; the smallest member stands for its set, so that the order of joining leaves no trace. */
export class Union {
  readonly #parent: Int32Array;

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  find(member: number): number {
    let root = member;
    while (this.#at(root) !== root) root = this.#at(root);
    for (let at = member; at !== root; ) {
      const next = this.#at(at);
      this.#parent[at] = root;
      at = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [left, right] = [this.find(a), this.find(b)];
    this.#parent[Math.max(left, right)] = Math.min(left, right);
  }

  /** Sets in order of their smallest members, members in order. */
  sets(): number[][] {
    const sets = new Map<number, number[]>();
    for (let i = 0; i < this.#parent.length; i++) {
      const root = this.find(i);
      const set = sets.get(root);
      if (set) set.push(i);
      else sets.set(root, [i]);
    }
    return [...sets.values()];
  }

  #at(member: number): number {
    return this.#parent[member] ?? member;
  }
}
