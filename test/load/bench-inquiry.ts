import { DEFAULT_POLICY, type Inquiry } from '../../src/domain/inquiry.ts';
import { localDate } from '../../src/domain/local-time.ts';

/** An inquiry that runs from today on. */
export const benchInquiry = (where: Pick<Inquiry, 'workspaceId' | 'channels'>): Inquiry => ({
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
