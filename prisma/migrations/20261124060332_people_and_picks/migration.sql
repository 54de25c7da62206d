-- CreateTable
CREATE TABLE "people" (
    "id" TEXT COLLATE "C" NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "ownLang" TEXT COLLATE "C",
    "ownTimeZone" TEXT COLLATE "C",
    "lang" TEXT COLLATE "C",
    "timeZone" TEXT COLLATE "C",
    "awayUntil" TIMESTAMPTZ(3),
    "askedAt" TIMESTAMPTZ(3),
    "homeSince" TIMESTAMPTZ(3),

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "picks" (
    "id" TEXT COLLATE "C" NOT NULL,
    "inquiryId" TEXT COLLATE "C" NOT NULL,
    "author" TEXT COLLATE "C" NOT NULL,
    "channel" TEXT COLLATE "C" NOT NULL,
    "threadRef" TEXT COLLATE "C",
    "text" TEXT COLLATE "C" NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "picks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "picks_inquiryId_idx" ON "picks"("inquiryId");

-- CreateIndex
CREATE INDEX "picks_author_idx" ON "picks"("author");
