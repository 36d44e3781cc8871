/** What decoding and dispatching cost, as ratios measured side by side in one run: `npm run bench`. */
import * as t from 'io-ts'
import { Observable } from 'rxjs'
import { listUsers } from '../actions/mini-program/door-lock/list-users'
import type { Action, ResultOf } from '../src/core/action'
import { parseJson } from '../src/core/json/parse-json'
import { createPanel } from '../src/core/panel/create-panel'
import type { Transport } from '../src/core/transport/transport'
import { type Candidate, ratios } from './ratios'

type Page = ResultOf<typeof listUsers>

const ROWS = 100
const page: Page = {
  records: Array.from({ length: ROWS }, (_, index) => ({
    user_id: `user-${index}`,
    uid: `uid-${index}`,
    lock_user_id: index,
    user_contact: '86-13700000000',
    nick_name: `Member ${index}`,
    avatar_url: 'https://example.com/avatar.png',
    user_type: 20,
    back_home_notify_attr: true,
    effective_flag: 1,
    time_schedule_info: { permanent: true },
    unlock_detail: [
      {
        dp_code: 'unlock_card',
        open: true,
        count: 2,
        unlock_list: [0, 1].map((sn) => ({
          dp_code: 'unlock_card',
          unlock_sn: sn,
          unlock_name: `Card ${sn}`,
          unlock_attr: 0,
          allocate_flag: false,
        })),
      },
    ],
  })),
  has_more: false,
  total: ROWS,
}
/** The documented form, and the same as plain io-ts would have it: strict types, no tolerance. */
const wire = listUsers.result.encode(page)
const text = JSON.stringify(wire)
const plain = t.type({
  records: t.array(
    t.type({
      user_id: t.string,
      lock_user_id: t.number,
      user_contact: t.string,
      nick_name: t.string,
      avatar_url: t.string,
      user_type: t.number,
      back_home_notify_attr: t.number,
      effective_flag: t.number,
      time_schedule_info: t.type({ permanent: t.boolean }),
      unlock_detail: t.array(
        t.type({
          dp_code: t.string,
          open: t.boolean,
          count: t.number,
          unlock_list: t.array(
            t.type({
              dp_code: t.string,
              unlock_sn: t.number,
              unlock_name: t.string,
              unlock_attr: t.number,
              allocate_flag: t.number,
            }),
          ),
        }),
      ),
    }),
  ),
})

const answering = (body: unknown): Transport => ({
  name: 'memory',
  families: ['mini-program'],
  send: () =>
    new Observable((subscriber) => {
      subscriber.next({ body: { value: body } })
      subscriber.complete()
    }),
})
const small: Action = { ...listUsers, name: 'bench.small' }
const params = { device_id: 'door', target_standard_dp_codes: '', page_no: 1, page_size: 20 }
const empty = { success: true, t: 1, result: { records: [] } }
const panel = createPanel({ actions: { small }, transport: answering(empty) })

const show = async (title: string, candidates: Readonly<Record<string, Candidate>>) => {
  console.log(title)
  for (const [name, ratio] of Object.entries(await ratios(candidates)))
    console.log(`  ${ratio.toFixed(2).padStart(7)} x  ${name}`)
}

const run = async (): Promise<void> => {
  await show(`Reading a page of ${ROWS} users, ${(text.length / 1024).toFixed(0)} kB of JSON`, {
    'JSON.parse': () => JSON.parse(text),
    'and our reader of hostile JSON': () => parseJson(text),
    'and the contract': () =>
      listUsers.result.decode((parseJson(text) as { value: unknown }).value),
    'JSON.parse and a plain io-ts codec, which takes one shape only': () =>
      plain.decode(JSON.parse(text)),
  })
  await show('One call through a transport in memory', {
    'an async function that decodes': async () => {
      params.page_no = 1
      return listUsers.result.decode(empty.result)
    },
    'apiRequest: pipeline, envelope, both contracts': () => panel.apiRequest('bench.small', params),
  })
}

void run()
