import { csv, epochMs, id, int, json, oneOf, record, text } from '../../shared'

/** The parameters of two lists of the events of a device; used field by field. */
export const deviceLogParamFields = {
  /** DP codes. */
  codes: csv(),
  /**
   * 1 online, 2 offline, 3 activated, 4 reset, 5 command, 6 firmware, 7 report, 8 signal, 9 restart, 10 timer.
   */
  type: csv({ min: 1 }),
  start_time: epochMs(),
  end_time: epochMs(),
  /** 1 free, 2 paid. */
  query_type: oneOf([1, 2]),
  /** The key of the next page, for the free query. */
  start_row_key: text(),
  /** The key and the time of the last row, for the paid query. */
  last_row_key: text(),
  last_event_time: epochMs(),
  size: int(),
}

/** An event of a device. */
export const deviceLogRow = record({
  key: { event_time: epochMs() },
  documented: {
    /** One of the numbers of the parameter `type`. */
    event_id: int('Long'),
    /** 1 the device, 2 a client, 3 a third party, 4 the cloud, -1 not known. */
    event_from: text(),
  },
  optional: {
    /** The DP code of a report. */
    code: text(),
    /** The value of a report as text, also of a number. */
    value: text(),
    status: text(),
  },
})

/** The fields of a page of events; used field by field. */
export const deviceLogPageFields = { device_id: id(), row_key: text() }

/** The parameters of both lists of the reports of a device; used field by field. */
export const reportLogParamFields = {
  /** DP codes. */
  codes: csv({ min: 1 }),
  start_time: epochMs(),
  end_time: epochMs(),
  last_row_key: text(),
  /** Below 100, by the advice of the page. */
  size: int(),
}

/** A report of a data point; the value is text in the sample. */
export const reportLogRow = record({
  key: { code: text(), value: json(), event_time: epochMs() },
})
