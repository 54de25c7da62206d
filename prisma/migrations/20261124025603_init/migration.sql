-- CreateTable
CREATE TABLE "workspaces" (
    "id" TEXT COLLATE "C" NOT NULL,
    "platform" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "installedAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "workspaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channels" (
    "id" TEXT COLLATE "C" NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "inquiryId" TEXT COLLATE "C",

    CONSTRAINT "channels_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inquiries" (
    "id" TEXT COLLATE "C" NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "channels" TEXT[] COLLATE "C",
    "topic" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "timeZone" TEXT COLLATE "C" NOT NULL,
    "modelId" TEXT COLLATE "C" NOT NULL,
    "programmeId" TEXT COLLATE "C" NOT NULL,
    "startsOn" TEXT COLLATE "C" NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL,
    "facilitators" TEXT[] COLLATE "C",
    "roles" JSON NOT NULL,
    "policy" JSON NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "inquiries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participants" (
    "id" TEXT COLLATE "C" NOT NULL,
    "inquiryId" TEXT COLLATE "C" NOT NULL,
    "person" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,
    "unit" TEXT COLLATE "C",
    "lang" TEXT COLLATE "C" NOT NULL,
    "timeZone" TEXT COLLATE "C" NOT NULL,
    "nudges" TEXT COLLATE "C" NOT NULL,
    "snoozedUntil" TIMESTAMPTZ(3),
    "absences" JSON NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "participants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rounds" (
    "id" TEXT COLLATE "C" NOT NULL,
    "inquiryId" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "setting" TEXT COLLATE "C" NOT NULL,
    "questionIds" TEXT[] COLLATE "C",
    "ownText" TEXT COLLATE "C",
    "steps" TEXT[] COLLATE "C",
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "nudgeAt" TIMESTAMPTZ(3) NOT NULL,
    "reflectAt" TIMESTAMPTZ(3),
    "status" TEXT COLLATE "C" NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "rounds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contributions" (
    "id" TEXT COLLATE "C" NOT NULL,
    "inquiryId" TEXT COLLATE "C" NOT NULL,
    "roundId" TEXT COLLATE "C",
    "participantId" TEXT COLLATE "C",
    "visibility" TEXT COLLATE "C" NOT NULL,
    "via" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "lang" TEXT COLLATE "C" NOT NULL,
    "ref" TEXT COLLATE "C",
    "replyTo" TEXT COLLATE "C",
    "status" TEXT COLLATE "C" NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),
    "labelledAt" TIMESTAMPTZ(3),
    "receipt" TEXT COLLATE "C",

    CONSTRAINT "contributions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "id" TEXT COLLATE "C" NOT NULL,
    "inquiryId" TEXT COLLATE "C" NOT NULL,
    "contributionId" TEXT COLLATE "C" NOT NULL,
    "subThemeId" TEXT COLLATE "C",
    "step" TEXT COLLATE "C" NOT NULL,
    "also" TEXT[] COLLATE "C",
    "cross" TEXT[] COLLATE "C",
    "kind" TEXT COLLATE "C" NOT NULL,
    "signals" TEXT[] COLLATE "C",
    "buildsOn" TEXT COLLATE "C",
    "confidence" DOUBLE PRECISION NOT NULL,
    "why" TEXT COLLATE "C" NOT NULL,
    "by" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subThemes" (
    "id" TEXT COLLATE "C" NOT NULL,
    "inquiryId" TEXT COLLATE "C" NOT NULL,
    "step" TEXT COLLATE "C" NOT NULL,
    "label" TEXT COLLATE "C" NOT NULL,
    "labelBy" TEXT COLLATE "C" NOT NULL,
    "mergedInto" TEXT COLLATE "C",
    "history" JSON NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subThemes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reactions" (
    "id" TEXT COLLATE "C" NOT NULL,
    "inquiryId" TEXT COLLATE "C" NOT NULL,
    "contributionId" TEXT COLLATE "C" NOT NULL,
    "participantId" TEXT COLLATE "C" NOT NULL,
    "emoji" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reactions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answered" (
    "id" TEXT COLLATE "C" NOT NULL,
    "inquiryId" TEXT COLLATE "C" NOT NULL,
    "roundId" TEXT COLLATE "C" NOT NULL,
    "participantId" TEXT COLLATE "C" NOT NULL,
    "how" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answered_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nudges" (
    "id" TEXT COLLATE "C" NOT NULL,
    "inquiryId" TEXT COLLATE "C" NOT NULL,
    "roundId" TEXT COLLATE "C" NOT NULL,
    "participantId" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "lang" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "nudges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "digests" (
    "id" TEXT COLLATE "C" NOT NULL,
    "inquiryId" TEXT COLLATE "C" NOT NULL,
    "week" INTEGER NOT NULL,
    "content" JSON NOT NULL,
    "markdown" TEXT COLLATE "C" NOT NULL,
    "pictureId" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pictures" (
    "id" TEXT COLLATE "C" NOT NULL,
    "png" BYTEA NOT NULL,
    "alt" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "pictures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commitments" (
    "id" TEXT COLLATE "C" NOT NULL,
    "inquiryId" TEXT COLLATE "C" NOT NULL,
    "contributionId" TEXT COLLATE "C",
    "text" TEXT COLLATE "C" NOT NULL,
    "ownerId" TEXT COLLATE "C" NOT NULL,
    "dueOn" TEXT COLLATE "C" NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL,
    "outcome" TEXT COLLATE "C",
    "askedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "commitments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "id" TEXT COLLATE "C" NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "inquiryId" TEXT COLLATE "C",
    "roundId" TEXT COLLATE "C",
    "target" JSON NOT NULL,
    "recipient" TEXT COLLATE "C" NOT NULL,
    "message" JSON NOT NULL,
    "forget" BOOLEAN NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL,
    "attempts" INTEGER NOT NULL,
    "ref" TEXT COLLATE "C",
    "error" TEXT COLLATE "C",
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" TEXT COLLATE "C" NOT NULL,
    "payload" JSON,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "handledAt" TIMESTAMPTZ(3),
    "error" TEXT COLLATE "C",

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "formSessions" (
    "id" TEXT COLLATE "C" NOT NULL,
    "form" JSON NOT NULL,
    "answers" JSON NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "formSessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chatMessages" (
    "id" TEXT COLLATE "C" NOT NULL,
    "conversation" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "thread" TEXT COLLATE "C",
    "author" TEXT COLLATE "C",
    "text" TEXT COLLATE "C" NOT NULL,
    "markdown" TEXT COLLATE "C",
    "choices" JSON NOT NULL,
    "picture" JSON,
    "whisperTo" TEXT COLLATE "C",
    "reactions" JSON NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),
    "deleted" BOOLEAN NOT NULL,
    "heard" BOOLEAN NOT NULL,

    CONSTRAINT "chatMessages_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "channels_workspaceId_idx" ON "channels"("workspaceId");

-- CreateIndex
CREATE INDEX "channels_inquiryId_idx" ON "channels"("inquiryId");

-- CreateIndex
CREATE INDEX "inquiries_workspaceId_idx" ON "inquiries"("workspaceId");

-- CreateIndex
CREATE INDEX "inquiries_status_idx" ON "inquiries"("status");

-- CreateIndex
CREATE INDEX "participants_inquiryId_idx" ON "participants"("inquiryId");

-- CreateIndex
CREATE INDEX "participants_person_idx" ON "participants"("person");

-- CreateIndex
CREATE INDEX "rounds_inquiryId_number_idx" ON "rounds"("inquiryId", "number");

-- CreateIndex
CREATE INDEX "rounds_status_idx" ON "rounds"("status");

-- CreateIndex
CREATE UNIQUE INDEX "contributions_ref_key" ON "contributions"("ref");

-- CreateIndex
CREATE INDEX "contributions_inquiryId_sentAt_idx" ON "contributions"("inquiryId", "sentAt");

-- CreateIndex
CREATE INDEX "contributions_inquiryId_labelledAt_idx" ON "contributions"("inquiryId", "labelledAt");

-- CreateIndex
CREATE INDEX "contributions_roundId_idx" ON "contributions"("roundId");

-- CreateIndex
CREATE INDEX "contributions_participantId_idx" ON "contributions"("participantId");

-- CreateIndex
CREATE INDEX "contributions_replyTo_idx" ON "contributions"("replyTo");

-- CreateIndex
CREATE INDEX "contributions_receipt_idx" ON "contributions"("receipt");

-- CreateIndex
CREATE INDEX "assignments_contributionId_supersededAt_idx" ON "assignments"("contributionId", "supersededAt");

-- CreateIndex
CREATE INDEX "assignments_inquiryId_supersededAt_idx" ON "assignments"("inquiryId", "supersededAt");

-- CreateIndex
CREATE INDEX "assignments_subThemeId_idx" ON "assignments"("subThemeId");

-- CreateIndex
CREATE INDEX "subThemes_inquiryId_step_idx" ON "subThemes"("inquiryId", "step");

-- CreateIndex
CREATE INDEX "reactions_contributionId_idx" ON "reactions"("contributionId");

-- CreateIndex
CREATE INDEX "reactions_inquiryId_idx" ON "reactions"("inquiryId");

-- CreateIndex
CREATE INDEX "reactions_participantId_idx" ON "reactions"("participantId");

-- CreateIndex
CREATE INDEX "answered_roundId_idx" ON "answered"("roundId");

-- CreateIndex
CREATE INDEX "answered_inquiryId_idx" ON "answered"("inquiryId");

-- CreateIndex
CREATE INDEX "answered_participantId_idx" ON "answered"("participantId");

-- CreateIndex
CREATE INDEX "nudges_roundId_idx" ON "nudges"("roundId");

-- CreateIndex
CREATE INDEX "nudges_participantId_at_idx" ON "nudges"("participantId", "at");

-- CreateIndex
CREATE INDEX "nudges_inquiryId_idx" ON "nudges"("inquiryId");

-- CreateIndex
CREATE INDEX "digests_inquiryId_idx" ON "digests"("inquiryId");

-- CreateIndex
CREATE INDEX "commitments_inquiryId_status_idx" ON "commitments"("inquiryId", "status");

-- CreateIndex
CREATE INDEX "commitments_ownerId_idx" ON "commitments"("ownerId");

-- CreateIndex
CREATE INDEX "commitments_contributionId_idx" ON "commitments"("contributionId");

-- CreateIndex
CREATE INDEX "deliveries_status_plannedAt_idx" ON "deliveries"("status", "plannedAt");

-- CreateIndex
CREATE INDEX "deliveries_ref_idx" ON "deliveries"("ref");

-- CreateIndex
CREATE INDEX "deliveries_inquiryId_idx" ON "deliveries"("inquiryId");

-- CreateIndex
CREATE INDEX "deliveries_roundId_idx" ON "deliveries"("roundId");

-- CreateIndex
CREATE INDEX "deliveries_recipient_idx" ON "deliveries"("recipient");

-- CreateIndex
CREATE INDEX "events_handledAt_receivedAt_idx" ON "events"("handledAt", "receivedAt");

-- CreateIndex
CREATE INDEX "chatMessages_conversation_sentAt_idx" ON "chatMessages"("conversation", "sentAt");

-- CreateIndex
CREATE INDEX "chatMessages_heard_idx" ON "chatMessages"("heard");
