/** Draws `bench/results.json` as `docs/bench.svg`: `npm run bench:plot`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawn } from './drawing'
import results from './results.json'

writeFileSync(join(__dirname, '../docs/bench.svg'), drawn(results))
