import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { createSimulator, seed } from '../../simulator'
import { root } from '../support/virtual-program'
import { exampleFolder } from './example-packages'
import { buildExample } from './gateway-process'

it('the example of the gateway compiles', () => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout, status } = spawnSync(process.execPath, [tsc, '--project', exampleFolder()], {
    encoding: 'utf8',
  })
  expect(stdout).toBe('')
  expect(status).toBe(0)
}, 120_000)

it('the function of the example answers an event of CloudBase', async () => {
  const simulator = createSimulator()
  const cloud = await simulator.serve()
  const folder = mkdtempSync(join(tmpdir(), 'lockpanel-function-'))
  const device = seed.locks.frontDoor.id
  const devices = { [device]: { role: 'owner', userId: seed.members.owner.userId } }
  const users = [{ id: 'olivia', token: 'session-of-olivia', devices }]
  writeFileSync(join(folder, 'users.json'), JSON.stringify(users))
  const event = {
    httpMethod: 'POST',
    path: '/',
    headers: { authorization: 'Bearer session-of-olivia' },
    body: btoa(JSON.stringify({ action: 'device.status', params: { device_id: device } })),
    isBase64Encoded: true,
  }
  const program = await buildExample('cloudbase')
  const call = `require(${JSON.stringify(program)}).main(${JSON.stringify(event)})`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--eval', `${call}.then((answer) => console.log(JSON.stringify(answer)))`],
    {
      env: {
        ...process.env,
        CLOUD_URL: cloud.url,
        CLIENT_ID: simulator.clientId,
        CLIENT_SECRET: simulator.accessKey,
        USERS_FILE: join(folder, 'users.json'),
      },
    },
  )
  await cloud.close()
  rmSync(folder, { recursive: true })
  const { statusCode, body } = JSON.parse(stdout)
  expect(statusCode).toBe(200)
  expect(JSON.parse(body)).toMatchObject({ success: true })
}, 60_000)
