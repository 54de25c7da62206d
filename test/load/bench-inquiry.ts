import { DEFAULT_POLICY, type Inquiry } from '../../src/domain/inquiry.ts';
import { localDate } from '../../src/domain/local-time.ts';
import type { Flow } from '../../src/flow/context.ts';
import { beginInquiry } from '../../src/flow/facilitate/start-inquiry.ts';

type Where = Pick<Inquiry, 'workspaceId' | 'channels'>;

/** Begins an inquiry that runs from today on; its id is `bench`. */
export async function beginBenchInquiry(flow: Flow, where: Where): Promise<void> {
  const inquiry = benchInquiry(where);
  await flow.store.inquiries.insert(inquiry);
  await beginInquiry(flow, inquiry);
}

const benchInquiry = (where: Where): Inquiry => ({
  ...where,
  id: 'bench',
  topic: 'Bench',
  language: 'fi',
  timeZone: 'Europe/Helsinki',
  modelId: 'value-co-creation',
  programmeId: 'co-development',
  startsOn: localDate(new Date(), 'Europe/Helsinki'),
  status: 'running',
  facilitators: [],
  roles: { leader: [], supervisor: [], stakeholder: [] },
  policy: DEFAULT_POLICY,
  createdAt: new Date(),
  closedAt: null,
});
