/** Whose task it is: may be paused or dead when its turn comes. */
export interface TaskOwner {
  /** False: the task is kept for later or dropped. */
  takes(task: Task): boolean
}

/** Something that will happen at an instant of virtual time. */
export interface Task {
  readonly atMs: number
  /** Order of creation; settles which of two tasks of one instant goes first. */
  readonly sequence: number
  /** Whose task it is: dies and pauses with it. undefined: the world's own. */
  readonly process: TaskOwner | undefined
  /** undefined: was called off. */
  run: (() => void) | undefined
}

/** A binary heap of tasks, the next to happen on top. */
export class TaskHeap {
  readonly #tasks: Task[] = []

  get size(): number {
    return this.#tasks.length
  }

  peek(): Task | undefined {
    return this.#tasks[0]
  }

  push(task: Task): void {
    const tasks = this.#tasks
    let at = tasks.length
    tasks.push(task)
    while (at > 0) {
      const parentAt = (at - 1) >> 1
      const parent = tasks[parentAt] as Task
      if (!before(task, parent)) break
      tasks[at] = parent
      at = parentAt
    }
    tasks[at] = task
  }

  pop(): Task | undefined {
    const tasks = this.#tasks
    const top = tasks[0]
    const last = tasks.pop()
    if (top === undefined || last === undefined || top === last) return top
    let at = 0
    for (;;) {
      let childAt = 2 * at + 1
      if (childAt >= tasks.length) break
      const right = tasks[childAt + 1]
      if (right !== undefined && before(right, tasks[childAt] as Task)) childAt += 1
      const child = tasks[childAt] as Task
      if (!before(child, last)) break
      tasks[at] = child
      at = childAt
    }
    tasks[at] = last
    return top
  }
}

function before(left: Task, right: Task): boolean {
  return left.atMs < right.atMs || (left.atMs === right.atMs && left.sequence < right.sequence)
}
