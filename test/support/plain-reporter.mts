import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** Prints one summary line at the end of a run, for CI logs: `12 passed, 0 failed`. */
export class PlainReporter implements Reporter {
  constructor(private readonly print: (line: string) => void = console.log) {}

  onTestRunEnd(
    modules: readonly Pick<TestModule, 'children' | 'state' | 'errors'>[],
    strayErrors: readonly SerializedError[],
  ): void {
    const tests = modules.flatMap(({ children }) => [...children.allTests()])
    const passed = tests.filter((test) => test.result().state === 'passed').length
    const failed = tests.filter((test) => test.result().state === 'failed').length
    // A file that fails to load has no tests, and an error outside a test belongs to no test; both count as failures.
    const brokenFiles = modules.filter((module) => module.errors().length > 0).length
    this.print(`\n${passed} passed, ${failed + brokenFiles + strayErrors.length} failed`)
  }
}
