import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** Ends a run with one line that any runner of continuous integration can read: `12 passed, 0 failed`. */
export class PlainReporter implements Reporter {
  constructor(private readonly print: (line: string) => void = console.log) {}

  onTestRunEnd(
    modules: readonly Pick<TestModule, 'children' | 'state' | 'errors'>[],
    strayErrors: readonly SerializedError[],
  ): void {
    const tests = modules.flatMap(({ children }) => [...children.allTests()])
    const passed = tests.filter((test) => test.result().state === 'passed').length
    const failed = tests.filter((test) => test.result().state === 'failed').length
    // A file that cannot be loaded holds no test that could fail, and an error outside of every test belongs to none.
    const brokenFiles = modules.filter((module) => module.errors().length > 0).length
    this.print(`\n${passed} passed, ${failed + brokenFiles + strayErrors.length} failed`)
  }
}
