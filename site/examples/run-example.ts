/** What an example prints to. It has the methods that examples call. */
export interface ExampleConsole {
  readonly log: (...values: readonly unknown[]) => void
}

interface RunOptions {
  /** Which example of the page to run; those before it run first. */
  readonly index: number
  readonly console: ExampleConsole
  /** Called before each example. */
  readonly onStart: (index: number) => void
}

/** Runs an example against a simulated lock cloud of its own. Rejects with what the example throws. */
type RunExample = (options: RunOptions) => Promise<void>

/** The examples of one page, compiled. */
export interface ExampleModule {
  readonly run: RunExample
}
