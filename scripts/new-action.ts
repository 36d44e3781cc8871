/** Writes the files of a new route of the open API from a description; see CONTRIBUTING, "Adding an action". */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readDescription } from './new-action/description'
import { planAction } from './new-action/plan'

const root = join(__dirname, '..')
const [source] = process.argv.slice(2)

const main = (): void => {
  if (source === undefined)
    throw new Error('Name the file of the description: npm run new-action -- battery.json')
  const description = readDescription(readFileSync(source, 'utf8'))
  const files = planAction(description, (path) => readFileSync(join(root, path), 'utf8'))
  const [action] = files
  if (action !== undefined && existsSync(join(root, action.path)))
    throw new Error(`${action.path} exists. Choose another name, or edit that file.`)
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  execFileSync('npx', ['biome', 'check', '--write', ...files.map(({ path }) => path)], {
    cwd: root,
    stdio: 'ignore',
  })
  console.log(files.map(({ path }) => path).join('\n'))
  console.log(`
Now, in this order:
1. Read the action file: names, units, documented values, which fields an answer may leave out.
2. Write what the simulated lock does, in the simulator's file.
3. If the route names a device, decide who may call it: gateway/policy/route-rules.ts, and test/gateway/expected-policy.ts.
4. npm run typecheck:all, then npx vitest run test/actions test/simulator test/gateway.
5. npm run docs writes its page of the reference.
6. npx vitest run test/packaging -u accepts the new export; npm run changeset.`)
}

try {
  main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
