-- CreateTable
CREATE TABLE "conversations" (
    "id" TEXT COLLATE "C" NOT NULL,
    "serviceUrl" TEXT COLLATE "C" NOT NULL,
    "tenantId" TEXT COLLATE "C" NOT NULL,
    "conversationId" TEXT COLLATE "C" NOT NULL,
    "teamId" TEXT COLLATE "C",
    "botId" TEXT COLLATE "C",
    "userId" TEXT COLLATE "C",
    "name" TEXT COLLATE "C" NOT NULL,
    "locale" TEXT COLLATE "C",
    "timeZone" TEXT COLLATE "C",
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "conversations_tenantId_idx" ON "conversations"("tenantId");

-- CreateIndex
CREATE INDEX "conversations_teamId_idx" ON "conversations"("teamId");
