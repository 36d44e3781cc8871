import { expect, it } from 'vitest'
import { seed } from '../../simulator'
import { servedPanel } from '../support/served-panel'

const device_id = seed.locks.frontDoor.id
const pageOfOne = { page_no: 1, page_size: 1 }
const always = { start_time: 0, end_time: 0 }

/** The number of rows of each page. */
const lengthsOf = async <Page>(
  pages: AsyncIterable<Page>,
  rowsOf: (page: Page) => readonly unknown[],
): Promise<readonly number[]> => {
  const lengths: number[] = []
  for await (const page of pages) lengths.push(rowsOf(page).length)
  return lengths
}

it('pages() iterates over the pages of a numbered list', async () => {
  const { panel } = await servedPanel()
  const records = panel.pages('doorLock.listRecords', {
    device_id,
    target_standard_dp_codes: '',
    ...always,
    page_no: 1,
    page_size: 2,
  })
  expect(await lengthsOf(records, (page) => page.records)).toEqual([2, 2, 1])
  const openings = panel.pages('doorLock.openingLogs', { device_id, ...always, ...pageOfOne })
  expect(await lengthsOf(openings, (page) => page.logs)).toEqual([1, 1, 0])
})

it('pages() iterates over the pages of a bare list until one is not full', async () => {
  const { panel, simulator } = await servedPanel()
  for (const opmode of simulator.lock(device_id).opmodes) delete opmode.userId
  const kinds = panel.pages('doorLock.listUnallocatedOpmodes', { device_id, ...pageOfOne })
  expect(await lengthsOf(kinds, (page) => page)).toEqual([1, 1, 1, 0])
})

it('pages() continues after the last row of each page', async () => {
  const { panel } = await servedPanel()
  const operations = panel.pages('doorLock.operateRecords', {
    device_id,
    startTime: 0,
    endTime: 0,
    pageSize: 4,
  })
  expect(await lengthsOf(operations, (page) => page.records)).toEqual([4, 2])
})
