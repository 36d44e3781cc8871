type Callback = (value: unknown) => void
type Executor = (resolve: Callback, reject: Callback) => void

const VALUE = 0
const ERROR = 1

/**
 * WeChat's Promise on iOS 15 and earlier uses timers: a `then` callback runs as a macrotask, not as a microtask.
 * It has the members of an ES2017 Promise. Runs inside the bare host.
 */
export class TimerPromise {
  private outcome: readonly [typeof VALUE | typeof ERROR, unknown] | undefined
  private readonly waiting: (readonly [Callback, Callback])[] = []

  constructor(executor: Executor) {
    this.run(executor)
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise
  then(onValue?: unknown, onError?: unknown): TimerPromise {
    return new TimerPromise((resolve, reject) => {
      const following = (callback: unknown, otherwise: Callback) => (value: unknown) => {
        if (typeof callback !== 'function') return otherwise(value)
        try {
          resolve(callback(value))
        } catch (error) {
          reject(error)
        }
      }
      this.waiting.push([following(onValue, resolve), following(onError, reject)])
      if (this.outcome !== undefined) this.notifyAll()
    })
  }

  catch(onError: unknown): TimerPromise {
    return this.then(undefined, onError)
  }

  static resolve(value?: unknown): TimerPromise {
    return value instanceof TimerPromise ? value : new TimerPromise((resolve) => resolve(value))
  }

  static reject(error: unknown): TimerPromise {
    return new TimerPromise((_, reject) => reject(error))
  }

  static all(values: readonly unknown[]): TimerPromise {
    return new TimerPromise((resolve, reject) => {
      const results: unknown[] = []
      let open = values.length
      if (open === 0) resolve(results)
      values.forEach((value, index) => {
        TimerPromise.resolve(value).then((result: unknown) => {
          results[index] = result
          open--
          if (open === 0) resolve(results)
        }, reject)
      })
    })
  }

  static race(values: readonly unknown[]): TimerPromise {
    return new TimerPromise((resolve, reject) => {
      for (const value of values) TimerPromise.resolve(value).then(resolve, reject)
    })
  }

  /** Only the first call of either callback counts. */
  private run(executor: Executor): void {
    let isCalled = false
    const first = (next: Callback) => (value: unknown) => {
      if (isCalled) return
      isCalled = true
      next(value)
    }
    const reject = first((error) => this.settle(ERROR, error))
    try {
      executor(
        first((value) => this.follow(value)),
        reject,
      )
    } catch (error) {
      reject(error)
    }
  }

  private follow(value: unknown): void {
    try {
      const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function'
      const then: unknown = isObject ? (value as { readonly then?: unknown }).then : undefined
      if (typeof then === 'function')
        this.run((resolve, reject) => then.call(value, resolve, reject))
      else this.settle(VALUE, value)
    } catch (error) {
      this.settle(ERROR, error)
    }
  }

  private settle(kind: typeof VALUE | typeof ERROR, value: unknown): void {
    this.outcome = [kind, value]
    this.notifyAll()
  }

  private notifyAll(): void {
    const [kind, value] = this.outcome ?? [VALUE, undefined]
    for (const callbacks of this.waiting.splice(0)) setTimeout(() => callbacks[kind](value), 0)
  }
}
