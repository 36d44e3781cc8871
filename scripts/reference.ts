/** Writes what the command line, the editor and the reference say about the actions: part of the build, after the bundles. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fieldDocs } from './reference/fields/field-docs'
import { withHoverDocs } from './reference/hover-docs'
import { makeReference } from './reference/make-reference'

// On stderr, as the other steps of the build.
console.error('build: reference of the command line and of the types (dist)')
const dist = join(__dirname, '..', 'dist')
mkdirSync(dist, { recursive: true })
const reference = makeReference()
writeFileSync(join(dist, 'reference.json'), `${JSON.stringify(reference, null, 1)}\n`)

const docs = fieldDocs(reference)
for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (!/\.d\.m?ts$/.test(name)) continue
  const path = join(dist, name)
  const text = readFileSync(path, 'utf8')
  const documented = withHoverDocs(text, docs)
  if (documented !== text) writeFileSync(path, documented)
}
