/** Writes what the command line and the reference say about the actions: part of the build, after the bundles. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeReference } from './reference/make-reference'

// On stderr, as the other steps of the build.
console.error('build: reference of the command line (dist/reference.json)')
const dist = join(__dirname, '..', 'dist')
mkdirSync(dist, { recursive: true })
writeFileSync(join(dist, 'reference.json'), `${JSON.stringify(makeReference(), null, 1)}\n`)
