import * as fc from 'fast-check'

const MAX_RUNS = 40

/** Property tests repeat what other tests notice, and a mutant that survives runs all of them. */
// biome-ignore lint/style/noDefaultExport: it stands for a module that has one.
export default {
  ...fc,
  assert: ((property, params) =>
    fc.assert(property, {
      ...params,
      numRuns: Math.min(params?.numRuns ?? MAX_RUNS, MAX_RUNS),
    })) as typeof fc.assert,
}
